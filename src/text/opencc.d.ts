/** The dictionary of traditional characters: `從 从|後 后|…`. The package types only its converter. */
declare module 'opencc-js/dict/TSCharacters' {
  const characters: string
  export default characters
}
