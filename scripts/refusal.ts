// A start that cannot go on: its message is one sentence for the operator, printed without a stack.
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
