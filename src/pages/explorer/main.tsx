import { mountPage } from "../shared/mount-page.js";
import { Explorer } from "./explorer.js";

mountPage("explorer", Explorer, { needsSignIn: true });
