import type { Role } from '../access/roles';
import { ROLES } from '../access/roles';
import { askedAs, mayGrantRecord, mayGrantReopening, mayGrantWithdrawal } from './grants.rules';

const as = (...roles: readonly Role[]) => ({ roles });
const who = (may: (looker: { roles: readonly Role[] }) => boolean) => ROLES.filter((role) => may(as(role)));

describe('who grants', () => {
  it('a closing: the desk head what an officer asked, the executive too what the head asked', () => {
    expect(who((looker) => mayGrantRecord(looker, askedAs(as('desk_officer'))))).toEqual(['desk_head']);
    expect(who((looker) => mayGrantRecord(looker, askedAs(as('desk_head'))))).toEqual(['desk_head', 'executive']);
  });

  it('a reopening: a desk head', () => {
    expect(who(mayGrantReopening)).toEqual(['desk_head']);
  });

  it('the withdrawal of an accusation: a desk head', () => {
    expect(who(mayGrantWithdrawal)).toEqual(['desk_head']);
  });
});
