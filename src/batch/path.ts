/** Paths as the file system has them: the dataset's writers need them too. */
export * from '../dataset/path.ts'
