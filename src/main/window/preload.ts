import { contextBridge, ipcRenderer } from 'electron';
import type { CallRequest, DeskBridge, DeskEvent } from '#shared/contract/bridge.ts';

const bridge: DeskBridge = {
  call: (request: CallRequest) => ipcRenderer.invoke('desk:call', request),
  on: (listener) => {
    const receive = (_event: unknown, event: DeskEvent) => listener(event);
    ipcRenderer.on('desk:event', receive);
    return () => ipcRenderer.off('desk:event', receive);
  },
};

contextBridge.exposeInMainWorld('desk', bridge);
