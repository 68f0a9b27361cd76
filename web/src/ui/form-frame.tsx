// A long form: its panels one under another, and its save button always within reach.
import type { SubmitEventHandler, ReactNode } from 'react';
import classes from './form-frame.module.css';

interface FormFrameProps {
  onSubmit: SubmitEventHandler<HTMLFormElement>;
  /** The button that sends it. */
  save: ReactNode;
  children: ReactNode;
}

/** Without the browser's own checks: the server says what it refuses, beside each field. */
export function FormFrame({ onSubmit, save, children }: FormFrameProps) {
  return (
    <form className={classes.form} noValidate onSubmit={onSubmit}>
      {children}
      <div className={classes.save}>{save}</div>
    </form>
  );
}
