import { fileFormFromSamples, type FileForm } from '../../shared/csv/file-form'

/** The form of files of the computer this runs on, as its language settings tell. */
export function computerFileForm(): FileForm {
  const languageTag = new Intl.NumberFormat().resolvedOptions().locale
  return fileFormFromSamples({
    number: new Intl.NumberFormat(languageTag).format(1.5),
    date: new Intl.DateTimeFormat(languageTag, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(new Date('2026-12-31T00:00:00Z')),
    languageTag,
  })
}
