/** A written file as people look for it: in which folder, under which name. */
export function folderAndName(file: string): [folder: string, name: string] {
  const cut = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
  return [file.slice(0, cut), file.slice(cut + 1)];
}
