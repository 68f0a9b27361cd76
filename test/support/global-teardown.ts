// Ends the run's PostgreSQL and waits until it is gone.
import { releaseServices } from './services.ts';

export default releaseServices;
