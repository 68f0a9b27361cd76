// Who emits and who handles each event, as the type checker knows it: by whatever detour a name reaches the outbox.
import { relative, resolve } from 'node:path';
import ts from 'typescript';

export interface EventUse {
  readonly name: string;
  /** Files, as paths in src. */
  readonly emitters: readonly string[];
  readonly handlers: readonly string[];
}

interface Use {
  readonly kind: 'emitters' | 'handlers';
  readonly names: readonly string[];
}

/** @param root the project's folder. @returns each event of the contract, in its order there. */
export function eventUses(root: string): EventUse[] {
  const program = programOf(root);
  const checker = program.getTypeChecker();
  const source = resolve(root, 'src');
  const isOurs = ({ fileName }: ts.SourceFile): boolean =>
    fileName.startsWith(source) && !/\.spec\.tsx?$|\/platform\/events\/outbox\.ts$/.test(fileName);
  const uses = program
    .getSourceFiles()
    .filter(isOurs)
    .flatMap((file) =>
      callsIn(file).flatMap((call) => {
        const use = useOf(checker, call);
        return use === undefined ? [] : [{ ...use, file: relative(source, file.fileName) }];
      }),
    );
  return eventNames(program, checker, source).map((name) => {
    const filesOf = (kind: Use['kind']): string[] => [
      ...new Set(uses.filter((use) => use.kind === kind && use.names.includes(name)).map(({ file }) => file)),
    ];
    return { name, emitters: filesOf('emitters').sort(), handlers: filesOf('handlers').sort() };
  });
}

function programOf(root: string): ts.Program {
  const { config } = ts.readConfigFile(resolve(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, root);
  return ts.createProgram(fileNames, { ...options, incremental: false });
}

function callsIn(file: ts.SourceFile): ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What a call of the outbox or of the decorator says by the type of its name: one event, or each that it may be. */
function useOf(checker: ts.TypeChecker, call: ts.CallExpression): Use | undefined {
  const kind = kindOf(checker, call);
  const name = kind === 'handlers' ? call.arguments[0] : call.arguments[1];
  if (kind === undefined || name === undefined) return undefined;
  const type = checker.getTypeAtLocation(name);
  const types = type.isUnion() ? type.types : [type];
  return { kind, names: types.flatMap((one) => (one.isStringLiteral() ? [one.value] : [])) };
}

function kindOf(checker: ts.TypeChecker, call: ts.CallExpression): Use['kind'] | undefined {
  const { expression } = call;
  if (ts.isIdentifier(expression) && expression.text === 'OnEvent') return 'handlers';
  if (!ts.isPropertyAccessExpression(expression) || !/^append(Many)?$/.test(expression.name.text)) return undefined;
  const owner = checker.getTypeAtLocation(expression.expression).getSymbol();
  return owner?.name === 'Outbox' ? 'emitters' : undefined;
}

function eventNames(program: ts.Program, checker: ts.TypeChecker, source: string): string[] {
  const contract = program.getSourceFile(resolve(source, 'contracts/events.ts'));
  const events = contract?.statements.find(
    (one): one is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(one) && one.name.text === 'DomainEvents',
  );
  if (events === undefined) throw new Error('src/contracts/events.ts declares no DomainEvents.');
  return checker
    .getTypeAtLocation(events)
    .getProperties()
    .map(({ name }) => name);
}
