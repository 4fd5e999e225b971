/** Files that are written aside and renamed: the dataset's writers need them too. */
export * from '../dataset/aside.ts'
