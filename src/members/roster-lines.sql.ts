// The SQL by which a file's lines meet the members: set-based, so that 100,000 lines cost a few statements.

/** $1 the import, $2 the cooperative. A member is known by number alone. */
export const LINES_WITH_MEMBERS = `
  roster_lines l
  LEFT JOIN members m ON m.cooperative_id = $2 AND m.number = l.number
  LEFT JOIN units mu ON mu.id = m.unit_id`;

/** Who is in the file has not left, unless the file says so. */
export const TARGET_STATUS = `coalesce(l.status, CASE WHEN m.status = 'keluar' THEN 'aktif' ELSE m.status END, 'aktif')`;

/** Field by field: what it is called, what the line says, what the member has. An empty cell leaves what is there. */
const COMPARED: readonly (readonly [field: string, line: string, member: string])[] = [
  ['name', 'coalesce(l.name, m.name)', 'm.name'],
  ['nickname', 'coalesce(l.nickname, m.nickname)', 'm.nickname'],
  ['email', 'coalesce(l.email, m.email)', 'm.email'],
  ['mobile', 'coalesce(l.mobile, m.mobile)', 'm.mobile'],
  ['employeeNumber', 'coalesce(l.employee_number, m.employee_number)', 'm.employee_number'],
  ['unit', 'lower(coalesce(l.unit, mu.name))', 'lower(mu.name)'],
  ['status', TARGET_STATUS, 'm.status'],
  ['joinedOn', 'coalesce(l.joined_on, m.joined_on)', 'm.joined_on'],
  ['zone', 'coalesce(l.zone, m.zone)', 'm.zone'],
  ['language', 'coalesce(l.language, m.language)', 'm.language'],
];

export const IS_CHANGED = `(m.id IS NOT NULL AND (${COMPARED.map(([, line]) => line).join(', ')})
  IS DISTINCT FROM (${COMPARED.map(([, , member]) => member).join(', ')}))`;

/** The changed fields with their values, as the audit keeps them. */
export const BEFORE = changedFields(([, , member]) => member);
export const AFTER = changedFields(([, line]) => line);

function changedFields(side: (compared: readonly [string, string, string]) => string): string {
  const pairs = COMPARED.map(
    (compared) =>
      `'${compared[0]}', CASE WHEN ${compared[1]} IS DISTINCT FROM ${compared[2]} THEN ${side(compared)} END`,
  );
  return `jsonb_strip_nulls(jsonb_build_object(${pairs.join(', ')}))`;
}

/** One unit for each name, whatever its case; `key` is the lower-cased name. */
export const UNITS_BY_NAME = `
  (SELECT DISTINCT ON (lower(name)) id, zone, lower(name) AS key FROM units WHERE cooperative_id = $2
   ORDER BY lower(name), name)`;

/** The lines (`line`, `other`) that share a readable member number with another. */
export const SAME_NUMBER = sameIn(`
  SELECT line, number AS value FROM roster_lines
  WHERE import_id = $1 AND number IS NOT NULL AND NOT coalesce(faults @> '[{"path": "number"}]', false)`);

// An address matters where it will sign somebody in: given by the line, or coming back with a member who had left.
const ADDRESSES = `
  SELECT l.line, lower(coalesce(l.email, m.email)) AS value, m.id AS member_id
  FROM roster_lines l LEFT JOIN members m ON m.cooperative_id = $2 AND m.number = l.number
  WHERE l.import_id = $1 AND (l.email IS NOT NULL OR m.status = 'keluar') AND coalesce(l.email, m.email) IS NOT NULL
    AND ${TARGET_STATUS} <> 'keluar'`;

export const SAME_ADDRESS = sameIn(ADDRESSES);

/** The lines whose address signs in another member. */
export const TAKEN_ADDRESS = `
  SELECT a.line, NULL::int AS other FROM (${ADDRESSES}) a
  JOIN members o ON o.cooperative_id = $2 AND lower(o.email) = a.value AND o.status <> 'keluar'
    AND o.id IS DISTINCT FROM a.member_id`;

/** The lines by which an admin would leave. */
export const ADMIN_LEAVES = `
  SELECT l.line, NULL::int AS other FROM roster_lines l
  JOIN members m ON m.cooperative_id = $2 AND m.number = l.number
  WHERE l.import_id = $1 AND l.status = 'keluar' AND m.status <> 'keluar'
    AND m.roles <> '{member}' AND 'admin' = ANY (m.roles)`;

function sameIn(values: string): string {
  return `
    SELECT line, CASE WHEN line = first THEN next ELSE first END AS other
    FROM (SELECT line, first_value(line) OVER same AS first, lead(line) OVER same AS next
          FROM (${values}) v WINDOW same AS (PARTITION BY value ORDER BY line)) numbered
    WHERE line <> first OR next IS NOT NULL`;
}

/** Who has not left and is not in the file. $3 whom to leave out: the admins who act. */
export const IS_ABSENT = `
  m.cooperative_id = $2 AND m.status <> 'keluar' AND NOT m.id = ANY ($3::uuid[])
  AND NOT EXISTS (SELECT FROM roster_lines l WHERE l.import_id = $1 AND l.number = m.number)`;

export const IN_NAMED_UNITS = `
  m.unit_id IN (SELECT u.id FROM units u WHERE u.cooperative_id = $2
    AND lower(u.name) IN (SELECT DISTINCT lower(l.unit) FROM roster_lines l WHERE l.import_id = $1 AND l.unit IS NOT NULL))`;
