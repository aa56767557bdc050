import {
  BusinessRole,
  BusinessStatus,
  RealEstateUsage,
  VehicleKind,
  VehicleStatus,
  VehicleUsage,
} from "../../src/codes/code-tables.js";
import { personColumn } from "../../src/intake/mapping/common-columns.js";
import type { FileMapping } from "../../src/intake/mapping/file-mapping.js";
import {
  coded,
  creditCode,
  day,
  decimal,
  money,
  plateNumber,
  share,
  text,
} from "../../src/intake/mapping/values/index.js";
import { business, financialAssets, realEstate, vehicle } from "./tables.js";

const ownerColumn = {
  ...personColumn,
  synonyms: [...(personColumn.synonyms ?? []), "所有人身份证号", "权利人证件号码"],
};

/** The kinds of files about what people own. */
export const propertyFiles: readonly FileMapping[] = [
  {
    kind: "vehicle",
    title: "机动车登记",
    table: vehicle,
    key: ["plateNumber"],
    columns: {
      plateNumber: {
        header: "号牌号码",
        synonyms: ["车牌号", "车牌号码", "车辆号牌"],
        value: plateNumber,
        required: true,
      },
      person: ownerColumn,
      kind: {
        header: "车辆类型",
        synonyms: ["机动车类型", "车型"],
        value: coded(VehicleKind, {
          CAR: ["小型轿车", "轿车"],
          LIGHT_TRUCK: ["轻型普通货车"],
          HEAVY_TRUCK: ["重型普通货车"],
          MOTORCYCLE: ["普通二轮摩托车", "摩托车"],
        }),
      },
      usage: { header: "使用性质", synonyms: ["车辆使用性质"], value: coded(VehicleUsage) },
      purchasePrice: { header: "购置价格", synonyms: ["购车价格", "车辆价格"], value: money },
      registeredOn: { header: "初次登记日期", synonyms: ["注册登记日期", "上牌日期"], value: day },
      status: {
        header: "机动车状态",
        synonyms: ["车辆状态"],
        value: coded(VehicleStatus, {
          TRANSFERRED: ["转出", "已转让"],
          DEREGISTERED: ["已注销"],
          SCRAPPED: ["报废", "强制注销", "达到报废标准公告牌证作废"],
        }),
      },
    },
  },
  {
    kind: "real-estate",
    title: "不动产登记",
    table: realEstate,
    key: ["certificateNumber", "person"],
    columns: {
      certificateNumber: {
        header: "不动产权证号",
        synonyms: ["不动产权证书号", "房产证号", "产权证号"],
        value: text,
        required: true,
      },
      person: ownerColumn,
      usage: {
        header: "不动产用途",
        synonyms: ["规划用途", "房屋用途"],
        value: coded(RealEstateUsage, {
          DWELLING: ["成套住宅", "居住"],
          FACTORY: ["工业", "厂房"],
          SHOP: ["商业", "店铺", "商业服务"],
          GARAGE: ["车库", "车位"],
        }),
      },
      floorArea: {
        header: "建筑面积",
        synonyms: ["房屋建筑面积", "面积"],
        value: decimal(2, 1_000_000),
      },
      address: { header: "坐落", synonyms: ["不动产坐落", "房屋坐落"], value: text },
      share: { header: "共有份额", synonyms: ["份额", "所占份额"], value: share },
      registeredOn: { header: "登记日期", synonyms: ["登簿日期", "登记时间"], value: day },
    },
  },
  {
    kind: "business",
    title: "市场主体登记",
    table: business,
    key: ["unifiedSocialCreditCode", "person", "role"],
    columns: {
      unifiedSocialCreditCode: {
        header: "统一社会信用代码",
        synonyms: ["社会信用代码", "信用代码"],
        value: creditCode,
        required: true,
      },
      person: personColumn,
      role: {
        header: "任职",
        synonyms: ["任职类型", "人员类型", "职务"],
        value: coded(BusinessRole, {
          LEGAL_REPRESENTATIVE: ["法人代表", "法人"],
          SHAREHOLDER: ["投资人", "自然人股东"],
          OPERATOR: ["经营者"],
        }),
        required: true,
      },
      name: { header: "市场主体名称", synonyms: ["企业名称", "名称"], value: text },
      registeredCapital: { header: "注册资本", synonyms: ["注册资金", "资金数额"], value: money },
      status: {
        header: "经营状态",
        synonyms: ["登记状态", "企业状态"],
        value: coded(BusinessStatus, {
          ACTIVE: ["存续", "在营", "开业", "在册", "在业"],
          REVOKED: ["吊销"],
          DEREGISTERED: ["已注销"],
        }),
      },
      shareRatio: { header: "持股比例", synonyms: ["出资比例", "股权比例"], value: share },
    },
  },
  {
    kind: "financial-assets",
    title: "金融资产",
    table: financialAssets,
    key: ["person"],
    columns: {
      person: personColumn,
      deposits: { header: "存款余额", synonyms: ["银行存款", "存款"], value: money },
      securities: { header: "证券市值", synonyms: ["有价证券", "证券"], value: money },
      insurancePolicies: {
        header: "商业保险现金价值",
        synonyms: ["保单现金价值", "商业保险"],
        value: money,
      },
    },
  },
];
