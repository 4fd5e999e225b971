import type { Template } from './template.ts'

export const word = {
  'docx/images-only': {
    level: 'warning',
    zh: '文档没有文字，只有 {count} 张图片（可能是扫描件），没有可读的内容',
    en: 'the document has no text, only {count} images (scanned pages?); there is nothing to read',
  },
  'docx/embedded-document': {
    level: 'error',
    zh: '文档中嵌入了另一个文档（{part}），其内容没有读取',
    en: 'another document is embedded ({part}); its content is not read',
  },
  'docx/drawing-not-read': {
    level: 'info',
    zh: '有 {count} 个图表或 SmartArt 图形，其中的文字没有读取',
    en: '{count} charts or SmartArt diagrams; their text is not read',
  },
  'docx/covered-text': {
    level: 'warning',
    zh: '有 {count} 个被合并遮住的单元格里还有文字，Word 不显示，这里也没有读取',
    en: '{count} cells covered by a merge hold text that Word does not show; it is left out',
  },
  'docx/xml-fault': {
    level: 'warning',
    zh: '文档的 XML 有 {count} 处错误（未定义的实体或非法字符），已跳过',
    en: 'the document\u2019s XML has {count} faults (undefined entities, illegal characters), passed over',
  },
  'docx/symbol-unknown': {
    level: 'info',
    zh: '有无法对应到 Unicode 的符号字体字符：{symbols}',
    en: 'signs of symbol fonts without a Unicode character: {symbols}',
  },
  'docx/element-unknown': {
    level: 'info',
    zh: '有不认识的 XML 元素（其中的文字已照常读取）：{elements}',
    en: 'unknown XML elements (text in them is read): {elements}',
  },
  'docx/field-without-result': {
    level: 'warning',
    zh: '域 {name} 的显示内容没有保存在文件里，缺少这一部分文字（例如自动编号）',
    en: 'the file does not hold what the field {name} prints (an automatic number, say); that text is missing',
  },
  'doc/text-missing': {
    level: 'error',
    zh: '文件不完整，有 {count} 个字符没有保存下来，这部分文字缺失',
    en: 'the file is incomplete: {count} characters are not in it; that text is missing',
  },
  'doc/part-damaged': {
    level: 'warning',
    zh: '文件的 {part} 部分已损坏，其中的格式（例如自动编号、表格）可能缺失',
    en: 'the part {part} of the file is damaged; formatting such as numbers or tables may be missing',
  },
  'doc/images-only': {
    level: 'warning',
    zh: '文档没有文字，只有 {count} 张图片（可能是扫描件），没有可读的内容',
    en: 'the document has no text, only {count} images (scanned pages?); there is nothing to read',
  },
  'doc/covered-text': {
    level: 'warning',
    zh: '有 {count} 个被合并遮住的单元格里还有文字，Word 不显示，这里也没有读取',
    en: '{count} cells covered by a merge hold text that Word does not show; it is left out',
  },
  'doc/rows-undefined': {
    level: 'warning',
    zh: '表格中有 {count} 行没有单元格定义，列的位置是推测的',
    en: '{count} table rows have no definition of their cells; their columns are a guess',
  },
  'doc/embedded-object': {
    level: 'warning',
    zh: '文档中嵌入了另一个程序的对象（{kind}），其内容没有读取',
    en: 'an object of another program is embedded ({kind}); its content is not read',
  },
  'doc/field-without-result': {
    level: 'warning',
    zh: '域 {name} 的显示内容没有保存在文件里，缺少这一部分文字（例如自动编号）',
    en: 'the file does not hold what the field {name} prints (an automatic number, say); that text is missing',
  },
  'doc/symbol-unknown': {
    level: 'info',
    zh: '有无法对应到 Unicode 的符号字体字符：{symbols}',
    en: 'signs of symbol fonts without a Unicode character: {symbols}',
  },
  'rtf/truncated': {
    level: 'error',
    zh: '文件不完整：在第 {offset} 字节处中断，其后的内容缺失',
    en: 'the file is incomplete: it breaks off at byte {offset}, and what followed is missing',
  },
  'rtf/text-after-end': {
    level: 'warning',
    zh: '文档在第 {offset} 字节处已结束，其后还有 {count} 个字节，Word 不显示，这里也没有读取',
    en: 'the document ends at byte {offset}; {count} bytes after it, which Word does not show, are left out',
  },
  'rtf/images-only': {
    level: 'warning',
    zh: '文档没有文字，只有 {count} 张图片（可能是扫描件），没有可读的内容',
    en: 'the document has no text, only {count} images (scanned pages?); there is nothing to read',
  },
  'rtf/covered-text': {
    level: 'warning',
    zh: '有 {count} 个被合并遮住的单元格里还有文字，Word 不显示，这里也没有读取',
    en: '{count} cells covered by a merge hold text that Word does not show; it is left out',
  },
  'rtf/rows-undefined': {
    level: 'warning',
    zh: '表格中有 {count} 行没有单元格定义，列的位置是推测的',
    en: '{count} table rows have no definition of their cells; their columns are a guess',
  },
  'rtf/embedded-object': {
    level: 'warning',
    zh: '文档中嵌入了另一个程序的对象（{kind}），其内容没有读取',
    en: 'an object of another program is embedded ({kind}); its content is not read',
  },
  'rtf/field-without-result': {
    level: 'warning',
    zh: '域 {name} 的显示内容没有保存在文件里，缺少这一部分文字（例如自动编号）',
    en: 'the file does not hold what the field {name} prints (an automatic number, say); that text is missing',
  },
  'rtf/symbol-unknown': {
    level: 'info',
    zh: '有无法对应到 Unicode 的符号字体字符：{symbols}',
    en: 'signs of symbol fonts without a Unicode character: {symbols}',
  },
  'rtf/bytes-replaced': {
    level: 'warning',
    zh: '有 {count} 处字节无法按字体的代码页解码，以“\ufffd”代替',
    en: 'the bytes of {count} characters are none in the code page of their font and stand as “\ufffd”',
  },
  'rtf/codepage-unknown': {
    level: 'warning',
    zh: '不认识的代码页：{pages}，其中的文字可能有误',
    en: 'unknown code pages: {pages}; text in them may be wrong',
  },
  'rtf/destination-unknown': {
    level: 'info',
    zh: '有不认识的 RTF 目标，其内容没有读取：{names}',
    en: 'unknown RTF destinations, whose content is not read: {names}',
  },
  'odt/images-only': {
    level: 'warning',
    zh: '文档没有文字，只有 {count} 张图片（可能是扫描件），没有可读的内容',
    en: 'the document has no text, only {count} images (scanned pages?); there is nothing to read',
  },
  'odt/embedded-object': {
    level: 'warning',
    zh: '文档中嵌入了 {count} 个对象（公式、图表或其他文档），其内容没有读取',
    en: '{count} objects are embedded (formulas, charts, other documents); their content is not read',
  },
  'odt/covered-text': {
    level: 'warning',
    zh: '有 {count} 个被合并遮住的单元格里还有文字，文档中不显示，这里也没有读取',
    en: '{count} cells covered by a merge hold text that is not shown; it is left out',
  },
  'odt/xml-fault': {
    level: 'warning',
    zh: '文档的 XML 有 {count} 处错误（未定义的实体或非法字符），已跳过',
    en: 'the document’s XML has {count} faults (undefined entities, illegal characters), passed over',
  },
  'odt/number-format-unknown': {
    level: 'warning',
    zh: '不认识的编号格式：{formats}，编号按阿拉伯数字读取',
    en: 'unknown number formats: {formats}; their numbers are read as decimals',
  },
  'odt/element-unknown': {
    level: 'info',
    zh: '有不认识的 XML 元素（其中的文字已照常读取）：{elements}',
    en: 'unknown XML elements (text in them is read): {elements}',
  },
} satisfies Record<string, Template>
