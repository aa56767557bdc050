import { mountPage } from "../shared/mount-page.js";
import { Sandbox } from "./sandbox.js";

mountPage("sandbox", Sandbox, { needsSignIn: true });
