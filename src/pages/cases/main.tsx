import { mountPage } from "../shared/mount-page.js";
import { CaseDesk } from "./case-desk.js";

mountPage("cases", CaseDesk, { needsSignIn: true });
