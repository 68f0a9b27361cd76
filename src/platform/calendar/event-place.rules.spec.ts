import { describe, expect, it } from '@jest/globals';
import { eventPlace } from './event-place.rules.js';

const URL = 'https://sinau.example/sesi/1';

describe('eventPlace', () => {
  it.each([
    ['virtual', null, URL],
    ['virtual', 'Aula', URL],
    ['onsite', 'Aula', 'Aula'],
    ['hybrid', 'Aula Koperasi\n\n Jl. Merdeka 1 ', 'Aula Koperasi, Jl. Merdeka 1'],
    ['onsite', null, URL],
    ['onsite', ' \n', URL],
  ] as const)('%s at %j', (delivery, venue, place) => {
    expect(eventPlace({ delivery, venue }, URL)).toBe(place);
  });
});
