/** Every closed list of values of the hub, by subject. */
export * from "./assistance-codes.js";
export * from "./consent-codes.js";
export * from "./health-codes.js";
export * from "./person-codes.js";
export * from "./property-codes.js";
