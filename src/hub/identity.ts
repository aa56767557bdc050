/** The hub itself, where it answers about the register and the caller: it holds no department's data. */
export const identity = {
  slug: "hub",
  name: "浦江县数据共享枢纽",
  english: "Pujiang data hub",
};
