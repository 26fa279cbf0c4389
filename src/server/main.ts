import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server.js';

// --node-ipc, --stdio or --socket=N tell which way the client speaks.
serve(createConnection(ProposedFeatures.all));
