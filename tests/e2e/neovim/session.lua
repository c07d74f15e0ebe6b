-- What a user does in Neovim, written to the file $LABELSPEC_RESULT as JSON for the test to judge.
local result = {}

local function wait_for(what, ready)
  if not vim.wait(30000, ready, 50) then
    error("waited in vain for " .. what)
  end
end

local function client_of(buffer)
  for _, client in pairs(vim.lsp.get_active_clients()) do
    if client.name == "labelspec" and vim.lsp.buf_is_attached(buffer, client.id) then
      return client
    end
  end
end

local function messages(buffer)
  return vim.tbl_map(function(found)
    return { line = found.lnum + 1, code = found.code, message = found.message }
  end, vim.diagnostic.get(buffer))
end

local function ask(method, line, column)
  local buffer = vim.api.nvim_get_current_buf()
  vim.api.nvim_win_set_cursor(0, { line, column })
  local answers = vim.lsp.buf_request_sync(buffer, method, vim.lsp.util.make_position_params(), 5000) or {}
  for _, answer in pairs(answers) do
    return answer.result
  end
end

local function session()
  vim.cmd("edit guideline/urban_driving.labelspec")
  local buffer = vim.api.nvim_get_current_buf()
  result.filetype = vim.bo[buffer].filetype
  wait_for("the server", function()
    local client = client_of(buffer)
    return client and client.initialized
  end)
  result.root = client_of(buffer).config.root_dir

  local line = vim.fn.search("^rule rider_has_two_wheeler")
  vim.api.nvim_buf_set_lines(buffer, line, line, false, { "  bogus" })
  wait_for("the diagnostic", function()
    return #vim.diagnostic.get(buffer) > 0
  end)
  result.diagnostics = messages(buffer)
  vim.cmd("undo")
  wait_for("the diagnostic to go", function()
    return #vim.diagnostic.get(buffer) == 0
  end)

  local class = vim.fn.search("^class car extends")
  local hover = ask("textDocument/hover", class, 7)
  result.hover = hover and hover.contents and (hover.contents.value or hover.contents)
  local definition = ask("textDocument/definition", class, 20)
  local place = definition and (definition[1] or definition)
  result.definition = place and (place.targetUri or place.uri)
  vim.api.nvim_buf_set_lines(buffer, class, class, false, { "  shape  " })
  local completion = ask("textDocument/completion", class + 1, 8)
  result.completion = vim.tbl_map(function(item)
    return item.label
  end, completion and (completion.items or completion) or {})
  vim.cmd("undo")

  vim.lsp.buf_request_sync(buffer, "textDocument/documentSymbol", { textDocument = vim.lsp.util.make_text_document_params() }, 5000)
  vim.api.nvim_win_set_cursor(0, { class, 22 })
  local rename = vim.lsp.util.make_position_params()
  rename.newName = "road_vehicle"
  local answers = vim.lsp.buf_request_sync(buffer, "textDocument/rename", rename, 5000) or {}
  for id, answer in pairs(answers) do
    if answer.result then
      vim.lsp.util.apply_workspace_edit(answer.result, vim.lsp.get_client_by_id(id).offset_encoding or "utf-16")
    end
  end
  result.renamed = vim.fn.search("^class car extends road_vehicle") > 0
  vim.cmd("edit!")

  vim.cmd("edit data/train.json")
  local data = vim.api.nvim_get_current_buf()
  wait_for("the findings of the data", function()
    for _, found in ipairs(vim.diagnostic.get(data)) do
      if found.code == "one_class_per_vehicle" then
        return true
      end
    end
  end)
  result.findings = messages(data)

  -- Neovim keeps the server's input open while it ends: the server must go all the same.
  local stopping = vim.lsp.get_active_clients()
  vim.lsp.stop_client(stopping)
  wait_for("the server to end", function()
    return #vim.lsp.get_active_clients() == 0
  end)
  result.stopped = true
end

local ok, problem = pcall(session)
if not ok then
  result.problem = tostring(problem)
end
local file = assert(io.open(os.getenv("LABELSPEC_RESULT"), "w"))
file:write(vim.json.encode(result))
file:close()
vim.cmd(ok and "qall!" or "cquit!")
