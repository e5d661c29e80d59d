import type { ReportState } from '#domains/mentoring/monthly-report.ts';

export const reportTones = {
  drafted: 'plain',
  sent: 'info',
  accepted: 'good',
  returned: 'watch',
} as const satisfies Record<ReportState, string>;
