// The words of the live room and the console.
import { webRoomWords } from '../../../../src/contracts/words/web-room.js';
import { area } from '../../i18n/i18n.js';

export const room = area('room', webRoomWords);
