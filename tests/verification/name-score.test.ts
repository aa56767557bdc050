import { nameScore } from "../../src/verification/name-score.js";

test.each([
  ["张建国", "张建国", 1],
  ["张 建国", "张建国", 1],
  ["黃国峯", "黄国峰", 1],
  ["阿依古丽·买买提", "阿依古丽买买提", 1],
  ["张建国", "张建图", 2 / 3],
  ["张伟", "王芳", 0],
  ["", "", 0],
])("%s and %s -> %d", (one, other, score) => {
  expect(nameScore(one, other)).toBeCloseTo(score);
  expect(nameScore(other, one)).toBeCloseTo(score);
});
