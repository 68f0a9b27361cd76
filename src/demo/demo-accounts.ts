/** The file in the data folder (0600) with the demo's accounts and passwords, printed again at every start. */
export const DEMO_ACCOUNTS = 'demo-accounts.txt';
