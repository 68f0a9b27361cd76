import { describe, expect, it } from '@jest/globals';
import { eventPlace } from './event-place.rules.js';

const URL = 'https://sinau.example/sesi/1';

describe('eventPlace', () => {
  it.each([
    ['virtual', null, 'virtual', URL],
    ['virtual', 'Aula', 'onsite', URL],
    ['onsite', 'Aula', 'virtual', 'Aula'],
    ['hybrid', 'Aula Koperasi\n\n Jl. Merdeka 1 ', 'onsite', 'Aula Koperasi, Jl. Merdeka 1'],
    ['hybrid', 'Aula', 'virtual', URL],
    ['hybrid', 'Aula', null, 'Aula'],
    ['onsite', null, 'onsite', URL],
    ['onsite', ' \n', null, URL],
  ] as const)('%s at %j, coming %s', (delivery, venue, mode, place) => {
    expect(eventPlace({ delivery, venue, mode }, URL)).toBe(place);
  });
});
