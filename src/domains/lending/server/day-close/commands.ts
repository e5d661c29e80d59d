import { askDayClose } from './ask-day-close.ts';
import { closeDay } from './close-day.ts';
import { closeDaysJob } from './close-days-job.ts';

export const dayCloseCommands = [askDayClose, closeDay];
export const dayCloseJobs = [closeDaysJob];
