// What a poll came to: bars that say their number in words too, so they read as a table does.
import { useWords } from '../../i18n/i18n.js';
import type { PollResults as Results, RoomPoll } from '../../../../src/contracts/room-polls.js';
import classes from './panels.module.css';
import { room as words } from './words.js';

export function PollResults({ poll, results }: { poll: RoomPoll; results: Results }) {
  const t = useWords(words);
  const total = results.answered;
  return (
    <div>
      {results.counts.length > 0 && (
        <table className={classes.results}>
          <caption>{t('polls.answered', { count: total })}</caption>
          <tbody>
            {results.counts.map((count, place) => {
              const percent = total === 0 ? 0 : Math.round((count / total) * 100);
              const isRight = poll.right?.includes(place) ?? false;
              return (
                <tr key={place}>
                  <th scope="row">
                    {poll.kind === 'scale' ? String(place + 1) : poll.options[place]}
                    {isRight && <strong> · {t('polls.right')}</strong>}
                  </th>
                  <td className={classes.barCell} aria-hidden>
                    <span
                      className={isRight ? classes.barRight : classes.bar}
                      style={{ inlineSize: `${String(percent)}%` }}
                    />
                  </td>
                  <td className={classes.number}>{t('polls.share', { count, percent })}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {results.texts.length > 0 && (
        <ul className={poll.kind === 'words' ? classes.cloud : classes.list}>
          {results.texts.map(({ text, times }) => (
            <li key={text} style={poll.kind === 'words' ? { fontSize: sizeOf(times, results) } : {}}>
              {text}
              {times > 1 && <span className={classes.times}> {t('polls.times', { count: times })}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The commonest word thrice as large as one said once. */
function sizeOf(times: number, { texts }: Results): string {
  const most = Math.max(...texts.map((one) => one.times));
  return `${String(1 + (2 * (times - 1)) / Math.max(1, most - 1))}rem`;
}
