// Run by an Electron (as plain Node) with the path of a rebuilt better-sqlite3 addon and a folder: writes and
// reads an encrypted WAL database in the main thread and in a worker. Any failure, or a crash, is a non-zero exit.
const { Worker, isMainThread, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const Database = require('better-sqlite3');

const [nativeBinding, folder] = isMainThread ? process.argv.slice(2) : workerData;
const file = path.join(folder, 'proof.db');
const db = new Database(file, { nativeBinding });
db.pragma("cipher = 'chacha20'");
db.key(Buffer.concat([Buffer.from('raw:'), Buffer.alloc(32, 7)]));

if (isMainThread) {
  if (db.pragma('journal_mode = WAL', { simple: true }) !== 'wal') throw new Error('no WAL mode');
  db.exec('create table bed (code text primary key, position real) strict');
  db.transaction(() => {
    const insert = db.prepare('insert into bed values (?, ?)');
    for (let i = 0; i < 1000; i++) insert.run(`A-${i}`, i / 7);
  })();
  const worker = new Worker(__filename, { workerData: [nativeBinding, folder] });
  worker.on('error', (error) => {
    throw error;
  });
  worker.on('exit', () => {
    const count = db.prepare('select count(*) from bed').pluck().get();
    db.close();
    if (count !== 1001) throw new Error(`expected 1001 rows, found ${count}`);
    if (readFileSync(file).includes('A-999')) throw new Error('the file can be read without its key');
    console.log('proved');
  });
} else {
  db.prepare('insert into bed values (?, ?)').run('worker', 1.5);
  const rows = db.prepare('select code, position from bed').all();
  if (rows.length !== 1001 || rows[7].position !== 1) throw new Error('the worker read something else');
  db.close();
}
