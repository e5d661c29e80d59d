import { addGradeTable } from './add-grade-table.ts';
import { askDayClose } from './ask-day-close.ts';
import { closeDay } from './close-day.ts';
import { closeDaysJob } from './close-days-job.ts';

export const dayCloseCommands = [askDayClose, closeDay, addGradeTable];
export const dayCloseJobs = [closeDaysJob];
