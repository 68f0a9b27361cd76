// What a deployment lets stand on a stage, and who may step onto it.
import { describe, expect, it } from '@jest/globals';
import { commonAddress, offeredKinds, stageEntry, stageFaults, youtubeEmbed } from './stage.rules.js';

const ALL = { embedOrigins: ['https://meet.jit.si', 'https://player.vimeo.com'], hasBbb: true };
const NONE = { embedOrigins: [], hasBbb: false };
const VIDEO = 'dQw4w9WgXcQ';
const CHANNEL = 'UCabcdefghijklmnopqrstuv';
const PLAYER = `https://www.youtube-nocookie.com/embed/${VIDEO}`;
const CHANNEL_PLAYER = `https://www.youtube-nocookie.com/embed/live_stream?channel=${CHANNEL}`;

describe('the kinds a deployment offers', () => {
  it('leave out what the operator has not set up', () => {
    expect(offeredKinds(ALL)).toEqual(['jitsi', 'youtube', 'embed', 'bbb', 'link', 'none']);
    expect(offeredKinds(NONE)).toEqual(['jitsi', 'youtube', 'link', 'none']);
  });
});

describe('a choice', () => {
  it.each([
    [{ kind: 'none', url: null }, NONE, []],
    [{ kind: 'jitsi', url: null }, NONE, []],
    [{ kind: 'link', url: 'https://zoom.us/j/1' }, NONE, []],
    [{ kind: 'bbb', url: null }, ALL, []],
    [{ kind: 'bbb', url: null }, NONE, [{ path: 'stage.kind', rule: 'not-allowed' }]],
    [{ kind: 'embed', url: 'https://meet.jit.si/Rapat' }, ALL, []],
    [{ kind: 'embed', url: 'https://meet.jit.si/Rapat' }, NONE, [{ path: 'stage.kind', rule: 'not-allowed' }]],
    [{ kind: 'youtube', url: `https://youtu.be/${VIDEO}` }, NONE, []],
    [{ kind: 'youtube', url: 'https://vimeo.com/1' }, NONE, [{ path: 'stage.url', rule: 'not-youtube' }]],
  ] as const)('%j with %j has the faults %j', (choice, offer, faults) => {
    expect(stageFaults(choice, offer)).toEqual(faults);
  });

  it.each([
    'https://meet.jit.si.jahat.example/Rapat',
    'https://meet.jit.si:8443/Rapat',
    'https://sub.meet.jit.si/Rapat',
    'https://jahat.example/?https://meet.jit.si/',
    'javascript:alert(1)',
  ])('of the page %s names the sites that may be shown', (url) => {
    const limit = 'meet.jit.si, player.vimeo.com';
    expect(stageFaults({ kind: 'embed', url }, ALL)).toEqual([{ path: 'stage.url', rule: 'unlisted-origin', limit }]);
  });
});

describe('the address for everybody', () => {
  it.each([
    [{ kind: 'link', url: 'https://zoom.us/j/1' }, 'https://zoom.us/j/1'],
    [{ kind: 'embed', url: 'https://meet.jit.si/Rapat' }, 'https://meet.jit.si/Rapat'],
    [{ kind: 'youtube', url: `https://youtu.be/${VIDEO}` }, PLAYER],
    [{ kind: 'jitsi', url: null }, undefined],
    [{ kind: 'bbb', url: null }, undefined],
    [{ kind: 'none', url: null }, undefined],
  ] as const)('of %j is %s', (choice, address) => {
    expect(commonAddress(choice)).toBe(address);
  });
});

describe('a YouTube address', () => {
  it.each([
    [`https://www.youtube.com/watch?v=${VIDEO}&t=10`, PLAYER],
    [`https://m.youtube.com/watch?v=${VIDEO}`, PLAYER],
    [`https://youtu.be/${VIDEO}?si=abc`, PLAYER],
    [`https://www.youtube.com/live/${VIDEO}?feature=share`, PLAYER],
    [`https://youtube.com/embed/${VIDEO}`, PLAYER],
    [`https://www.youtube.com/channel/${CHANNEL}/live`, CHANNEL_PLAYER],
    [`https://www.youtube.com/embed/live_stream?channel=${CHANNEL}`, CHANNEL_PLAYER],
  ])('%s plays as %s', (address, player) => {
    expect(youtubeEmbed(address)).toBe(player);
  });

  it.each([
    `http://www.youtube.com/watch?v=${VIDEO}`,
    `https://youtube.com.jahat.example/watch?v=${VIDEO}`,
    'https://www.youtube.com/watch?v=terlalu-panjang-sekali',
    'https://www.youtube.com/watch?v=a"onload="x',
    'https://www.youtube.com/@koperasi/live',
    'https://www.youtube.com/',
    'javascript:alert(1)//youtu.be',
    '',
  ])('is not %s', (address) => {
    expect(youtubeEmbed(address)).toBeUndefined();
  });
});

describe('stepping onto the stage', () => {
  const member = { isConfirmed: true, isStaff: false, isPlanner: false };
  const speaker = { isConfirmed: false, isStaff: true, isPlanner: false };
  const planner = { isConfirmed: false, isStaff: false, isPlanner: true };
  const stranger = { isConfirmed: false, isStaff: false, isPlanner: false };

  it.each([
    ['a registrant, room open', member, 'live', true, 'enter'],
    ['a registrant, room not open', member, 'published', false, 'closed'],
    ['a registrant, after the end', member, 'ended', false, 'closed'],
    ['a speaker, room open', speaker, 'published', true, 'enter'],
    ['a speaker, room not open', speaker, 'published', false, 'enter'],
    ['a speaker, after the end', speaker, 'ended', false, 'closed'],
    ['a planner, room not open', planner, 'published', false, 'enter'],
    ['a planner, a draft', planner, 'draft', false, 'closed'],
    ['a planner, a cancelled session', planner, 'cancelled', false, 'closed'],
    ['a planner, after the end', planner, 'ended', false, 'closed'],
    ['a stranger, room open', stranger, 'live', true, 'forbidden'],
  ] as const)('%s', (_, who, state, isOpen, entry) => {
    expect(stageEntry(who, { state }, isOpen)).toBe(entry);
  });
});
