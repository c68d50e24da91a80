/** The index of the value nearest to another, of values in ascending order; null where there are none. */
export declare function nearestIndex(values: readonly number[], wanted: number): number | null;
