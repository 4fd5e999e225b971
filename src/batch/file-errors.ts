/** What the file system refuses, as named errors: the dataset's writers need them too. */
export * from '../dataset/file-errors.ts'
