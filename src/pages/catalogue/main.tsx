import { mountPage } from "../shared/mount-page.js";
import { Catalogue } from "./catalogue.js";

mountPage("catalogue", Catalogue);
