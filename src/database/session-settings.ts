/** What every connection is set to, so that values print alike and `current_date` is the county's day. */
export const SESSION_SETTINGS = "set timezone to 'Asia/Shanghai'; set datestyle to 'ISO'";
