import { parentPort, workerData } from 'node:worker_threads';
import { discover, type Unexplained } from '#theming/discover.ts';

parentPort?.postMessage(discover(workerData as Unexplained[]));
