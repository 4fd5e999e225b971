/** The entry of a child process that reads files for a batch. */
import { parse } from '../pipeline.ts'
import { serve } from './pool/serve.ts'
import { type Job, type ReadOne, readOne } from './read-one.ts'

serve<Job, ReadOne>((job) => readOne(job, parse))
