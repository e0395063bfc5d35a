// The assertions of vitest, without its worker.
import { chai, GLOBAL_EXPECT, getState, JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from "@vitest/expect";

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);
Object.assign(expect, {
  getState: () => getState(expect),
  setState: (state) => setState(state, expect),
  soft: expect,
  unreachable: (message) => chai.assert.fail(`Expected ${message ?? "code"} not to be reached`),
});
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, configurable: true, writable: true });
expect.setState({ assertionCalls: 0, isExpectingAssertions: false, isExpectingAssertionsError: null, expectedAssertionsNumber: null });
