import { mountPage } from "../shared/mount-page.js";
import { CataloguePage } from "./catalogue-page.js";

mountPage("catalogue", CataloguePage);
