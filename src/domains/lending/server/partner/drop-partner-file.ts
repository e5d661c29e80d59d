import { defineCommand } from '#platform/command/define-command.ts';
import { dropPartnerFileInput } from '../../partner/input.ts';
import { markDropped, placeOfFile, takeFile } from './partner-file-store.ts';

/** Puts a file that was read aside without applying it; its lines stay to be looked at. */
export const dropPartnerFile = defineCommand({
  kind: 'lending.drop-partner-file',
  version: 1,
  input: dropPartnerFileInput,
  place: (tx, body) => placeOfFile(tx, body.fileId),
  async handle(tx, body) {
    const file = await takeFile(tx, body.fileId, 'read');
    await markDropped(tx, file.id);
    return {
      answer: { fileId: file.id },
      audit: {
        subject: { kind: 'partner-file', id: file.id },
        says: {
          id: `Membatalkan berkas ${file.number}; tidak ada yang dicatat`,
          en: `Dropped file ${file.number}; nothing was recorded`,
        },
      },
    };
  },
});
