// Reads a print job from its standard input and tells how npos cuts it: [[command, offset, length], …] as JSON.
'use strict';
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');

const installed = createRequire(path.join(process.argv[2], 'package.json'));
installed('npos/lib/parser/rules')[0x1d]['(k'] = [0, 'd16']; // QR codes, which npos does not know
installed('npos')
  .parser()
  .parse(fs.readFileSync(0))
  .then((found) => {
    // Of an image npos tells where its dots begin; its command begins eight bytes before.
    const start = (token) => (token.fn === 'v0' ? token.offset - 8 : token.offset);
    const tokens = found.tree.map((token) => [`${token.ascii} ${token.fn}`.trim(), start(token), token.length]);
    process.stdout.write(JSON.stringify({ tokens, error: String(found.error || '') }));
  });
