// A thread that examines blocks of documents until it is ended; `place` holds the number of the one at work.
import { parentPort, workerData } from 'node:worker_threads';
import { examineBlock } from './examine.mjs';

const { seed, place } = workerData;
parentPort.postMessage('ready');
parentPort.on('message', async ({ from, until }) => {
  const found = await examineBlock(seed, from, until, (n) => {
    place[0] = n;
  });
  parentPort.postMessage({ from, until, found });
});
