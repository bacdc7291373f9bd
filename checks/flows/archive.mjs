// A website as somebody has saved it: a ZIP archive whose files are stored as they are.

import { crc32 } from "node:zlib";

/** Numbers of two or four bytes, the smaller end first, as every part of an archive has them. */
function numbers(...pairs) {
  const parts = pairs.map(([size, value]) => {
    const bytes = Buffer.alloc(size);
    bytes.writeUIntLE(value, 0, size);
    return bytes;
  });
  return Buffer.concat(parts);
}

/** What both records of a file say of it; 0x0800 says that its name is UTF-8. */
function facts(name, content) {
  return numbers([2, 20], [2, 0x0800], [2, 0], [2, 0], [2, 0x21], [4, crc32(content)], [4, content.length], [4, content.length], [2, name.length], [2, 0]);
}

/** An archive of files by their names. */
export function archive(files) {
  const [bodies, directory] = [[], []];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, content] = [Buffer.from(path), Buffer.from(text)];
    const body = Buffer.concat([numbers([4, 0x04034b50]), facts(name, content), name, content]);
    const place = numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    directory.push(numbers([4, 0x02014b50], [2, 20]), facts(name, content), place, name);
    bodies.push(body);
    offset += body.length;
  }
  const count = Object.keys(files).length;
  const listed = Buffer.concat(directory);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, listed.length], [4, offset], [2, 0]);
  return Buffer.concat([...bodies, listed, end]);
}
