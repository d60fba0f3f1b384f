import { createMemoryFeedbackStore } from '../../src/adapters/memory-feedback-store.js';
import { createMemorySettingsStore } from '../../src/adapters/memory-settings-store.js';
import { feedbackStoreContract } from '../contracts/feedback-store.js';
import { settingsStoreContract } from '../contracts/settings-store.js';

settingsStoreContract('memory', async () => createMemorySettingsStore());
feedbackStoreContract('memory', async () => createMemoryFeedbackStore());
