import type { RandomStream } from "./random-stream.js";

/** Surnames of the county, each as often as it stands; the counts are a guess at what is common there. */
const SURNAMES: readonly string[] = spread({
  张: 13,
  陈: 12,
  黄: 9,
  吴: 8,
  朱: 7,
  郑: 7,
  方: 5,
  周: 5,
  傅: 4,
  楼: 4,
  王: 4,
  李: 3,
  徐: 3,
  洪: 3,
  蒋: 3,
  于: 2,
  盛: 2,
  何: 2,
  金: 2,
  赵: 2,
  石: 2,
  戴: 2,
  项: 1,
  毛: 1,
  潘: 1,
  沈: 1,
  虞: 1,
  薛: 1,
  贾: 1,
  葛: 1,
  寿: 1,
  诸葛: 1,
});

interface GivenNames {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

/** Characters of given names by sex, for those born before 1965, before 1990 and later. */
const GIVEN_NAMES: Readonly<
  Record<"MALE" | "FEMALE", readonly [GivenNames, GivenNames, GivenNames]>
> = {
  MALE: [
    names("金水根土关福荣德樟洪", "根法生贤才林火高良木"),
    names("建志国永海文伟晓江旭", "军明强平华峰勇斌杰飞"),
    names("子浩俊宇梓奕嘉泽思一", "轩宇豪晨涵阳诚睿航铭"),
  ],
  FEMALE: [
    names("仙凤彩爱金素月香玉秀", "娟芳仙花英珍菊莲女妹"),
    names("晓丽雅春美海文小红建", "燕萍芳娟英敏玲霞琴飞"),
    names("子雨欣梓思佳诗可语若", "涵萱怡彤琪瑶妍宁萌悦"),
  ],
};

/** A surname of the county. */
export function makeSurname(stream: RandomStream): string {
  return stream.pick(SURNAMES);
}

/** A given name of one or two characters that fits the sex and the year of birth. */
export function makeGivenName(
  stream: RandomStream,
  sex: "MALE" | "FEMALE",
  birthYear: number,
): string {
  const { first, last } = GIVEN_NAMES[sex][birthYear < 1965 ? 0 : birthYear < 1990 ? 1 : 2];
  return (stream.chance(0.85) ? stream.pick(first) : "") + stream.pick(last);
}

function names(first: string, last: string): GivenNames {
  return { first: [...first], last: [...last] };
}

function spread(counts: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(counts).flatMap(([name, count]) => Array<string>(count).fill(name));
}
