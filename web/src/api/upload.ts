// Sends a file and tells how far it is: what `fetch` cannot say of what it sends, XMLHttpRequest can.

export interface Sending {
  form: FormData;
  /** Aborted: the server never gets the whole. */
  signal: AbortSignal;
  /** @param share of the bytes that have left this device, 0 to 1. */
  onProgress: (share: number) => void;
}

/** What a call of the API needs to send the form: `api.POST(path, { params, body, ...sending(...) })`. */
export function sending({ form, signal, onProgress }: Sending) {
  return {
    bodySerializer: () => form,
    fetch: (request: Request) =>
      new Promise<Response>((resolve, reject) => {
        const xhr = new XMLHttpRequest();
        xhr.open(request.method, request.url);
        request.headers.forEach((value, name) => {
          // The boundary is the form's own; the browser writes it.
          if (name !== 'content-type') xhr.setRequestHeader(name, value);
        });
        xhr.upload.onprogress = ({ loaded, total }) => {
          onProgress(total > 0 ? loaded / total : 0);
        };
        xhr.onload = () => {
          resolve(responseOf(xhr));
        };
        xhr.onerror = () => {
          reject(new TypeError('The connection broke while sending.'));
        };
        xhr.onabort = () => {
          reject(new DOMException('The sending was cancelled.', 'AbortError'));
        };
        signal.addEventListener('abort', () => {
          xhr.abort();
        });
        xhr.send(form);
      }),
  };
}

function responseOf(xhr: XMLHttpRequest): Response {
  const type = xhr.getResponseHeader('content-type');
  return new Response(xhr.status === 204 ? null : xhr.responseText, {
    status: xhr.status,
    ...(type === null ? {} : { headers: { 'content-type': type } }),
  });
}
