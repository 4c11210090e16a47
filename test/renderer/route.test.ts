import { describe, expect, it } from 'vitest';
import { hrefOf, readRoute } from '#renderer/route.ts';

describe('an address', () => {
  it('says the page, what is open there, and how it is narrowed', () => {
    const route = readRoute('#/patients/0190-abc?scope=waiting');
    expect(route).toMatchObject({ page: 'patients', open: '0190-abc' });
    expect(route.query.get('scope')).toBe('waiting');
  });

  it('leads back to what it was made from', () => {
    const href = hrefOf('beds', null, { stay: 'a b', act: 'move', none: undefined });
    const { page, open, query } = readRoute(href);
    expect({ page, open, query: Object.fromEntries(query) }).toEqual({
      page: 'beds',
      open: null,
      query: { stay: 'a b', act: 'move' },
    });
  });

  it.each(['', '#', '#/', '#nonsense'])('that says nothing opens nothing: %j', (hash) => {
    expect(readRoute(hash).open).toBeNull();
  });
});
