// What AsyncAPI's own parser says of a document; exit code 1 if it finds an error.
//
//   npm install --no-save @asyncapi/parser@3.6.3 && node check.mjs ../../docs/asyncapi.yaml
import { Parser, fromFile } from '@asyncapi/parser';

const ERROR = 0;
const { document, diagnostics } = await fromFile(new Parser(), process.argv[2]).parse();
for (const { severity, path, message } of diagnostics) {
  console.log(`${severity === ERROR ? 'error' : 'note'} ${path.join('.')}: ${message}`);
}
if (document) {
  console.log(`${document.channels().all().length} channels, ${document.operations().all().length} operations`);
}
process.exit(diagnostics.some(({ severity }) => severity === ERROR) ? 1 : 0);
