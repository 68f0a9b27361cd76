// Asks the mail server whether it would take our mail, and sends one if somebody wants to see it arrive.

import { createTransport } from 'nodemailer';

const PATIENCE = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * @param options.url `smtp://…`; @param options.to where a test mail goes; without it the server is only greeted
 * @returns the server's answer to the test mail, if one was sent
 * @throws Error with the server's own words.
 */
export async function checkSmtp(options: { url: string; from: string; to?: string }): Promise<string | undefined> {
  const transport = createTransport({ url: options.url, ...PATIENCE });
  try {
    await transport.verify();
    if (options.to === undefined) return undefined;
    const { response } = await transport.sendMail({
      from: options.from,
      to: options.to,
      subject: 'Sinau: uji pengiriman / test mail',
      text: 'Surat ini dikirim oleh perintah doctor. Server surat Anda bekerja.\n\nThis mail was sent by the doctor command. Your mail server works.\n',
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return response;
  } finally {
    transport.close();
  }
}
