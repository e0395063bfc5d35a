import { abortControllerFacade, abortSignalFacade } from "./abort.ts";
import { blobFacade, fileFacade } from "./blob.ts";
import { fetchFacade } from "./fetch.ts";
import { fileReaderFacade } from "./file-reader.ts";
import { formDataFacade } from "./form-data.ts";
import { headersFacade } from "./headers.ts";
import { xmlHttpRequestFacade } from "./xml-http-request.ts";

/** The names by which a card speaks with servers and reads files, all of them through services of the host. */
export const networkGlobals: ReadonlyMap<string, unknown> = new Map([
  ["AbortController", abortControllerFacade],
  ["AbortSignal", abortSignalFacade],
  ["Blob", blobFacade],
  ["File", fileFacade],
  ["FileReader", fileReaderFacade],
  ["FormData", formDataFacade],
  ["Headers", headersFacade],
  ["XMLHttpRequest", xmlHttpRequestFacade],
  ["fetch", fetchFacade],
]);
