import { mountPage } from "../shared/mount-page.js";
import { Start } from "./start.js";

mountPage("", Start);
