/** Probabilities of whole days, from a first day on. */
export type DayProbabilities = {
    readonly firstDay: number;
    readonly probabilities: readonly number[];
};
/** The chance that a lead time ends within one week. */
export type WeekShare = {
    readonly firstDay: number;
    readonly withControls: number;
    readonly withoutControls: number;
};
/** Two tables of days as shares of weeks on one axis, without the far tails in which both together hold less than 0.2 %. */
export declare function weeklyShares(withControls: DayProbabilities, withoutControls: DayProbabilities): readonly WeekShare[];
