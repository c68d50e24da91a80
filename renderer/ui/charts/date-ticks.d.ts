import { type CivilDate } from '../../../shared/calendar/civil-date';
/** A mark on a date axis: the first day of a month or, on short axes, a day. */
export type DateTick = {
    readonly date: CivilDate;
    /** What its label says: the year at each January, else the month; the day on short axes. */
    readonly shows: 'year' | 'month' | 'day';
};
/**
 * The marks of a date axis: as many as fit, at the first days of months a round number apart.
 *
 * @param of first and last day shown, and how many labels fit
 */
export declare function dateTicks(of: {
    readonly firstDate: CivilDate;
    readonly lastDate: CivilDate;
    readonly mostTicks: number;
}): readonly DateTick[];
