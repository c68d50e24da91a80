/** What a part is made up as: the question that decides whether a control on magnet materials covers it. */
export const magnetForms = ['magnet', 'magnetised-component', 'rotor-or-stator', 'moulded-assembly', 'raw-material'] as const

/** A bare magnet or block; a simple magnetic part; a rotor or stator; a moulded sensor or other assembly; alloy, powder, oxide or metal. */
export type MagnetForm = (typeof magnetForms)[number]
