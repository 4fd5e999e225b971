/** What the outcomes of a run are called: in the summary of a run, and in the workbook's sheet of problems. */
export const outcomeNames = {
  zh: {
    SUCCESS: '成功',
    EMPTY: '没有任务',
    PARTIAL: '不完整',
    UNSUPPORTED: '不支持的类型',
    ENCRYPTED: '已加密',
    DAMAGED: '损坏或打不开',
    TOO_LARGE: '过大',
    TIMEOUT: '超时',
    OUT_OF_MEMORY: '内存不足',
    CRASH: '读取程序崩溃',
    DUPLICATE: '内容重复',
  },
  en: {
    SUCCESS: 'read',
    EMPTY: 'no tasks',
    PARTIAL: 'partial',
    UNSUPPORTED: 'unsupported kind',
    ENCRYPTED: 'encrypted',
    DAMAGED: 'damaged, or cannot be opened',
    TOO_LARGE: 'too large',
    TIMEOUT: 'took too long',
    OUT_OF_MEMORY: 'took too much memory',
    CRASH: 'the reader broke',
    DUPLICATE: 'same bytes as another',
  },
} as const
