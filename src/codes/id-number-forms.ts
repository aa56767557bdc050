/**
 * Every way in which a system may have written down an ID number, the official form first: with a
 * small x at the end, and with the 15 digits that were issued before 1999.
 * @param idNumber in its official form
 */
export function idNumberForms(idNumber: string): string[] {
  const forms = [idNumber];
  if (idNumber.endsWith("X")) forms.push(idNumber.toLowerCase());
  if (idNumber.slice(6, 8) === "19") forms.push(idNumber.slice(0, 6) + idNumber.slice(8, 17));
  return forms;
}
